package org.everyread.conformance;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Judges PDF files by a flavour that veraPDF carries, {@code VeraPdf PDFUA_1 a.pdf b.pdf}, or by the WCAG profile whose
 * own rules are in a file, {@code VeraPdf wcag-2.2-machine.xml a.pdf b.pdf} ({@link WcagProfile}). Prints one line of
 * tab-separated fields for each broken rule: file, clause, number of failures, message, first place; and for each file
 * {@code file, ok|failed, checks}.
 */
public final class VeraPdf {
  private VeraPdf() {}

  public static void main(String[] args) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = readProfile(args[0]);
    for (int i = 1; i < args.length; i++) {
      judge(profile, args[i]);
    }
  }

  private static ValidationProfile readProfile(String name) throws Exception {
    if (!name.endsWith(".xml")) {
      return Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(PDFAFlavour.valueOf(name));
    }
    return WcagProfile.with(Path.of(name));
  }

  private static void judge(ValidationProfile profile, String path) {
    // A file and not a stream: contrast is measured on pages that are drawn, and those are read again by name.
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), profile.getPDFAFlavour());
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, TestAssertion> first = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String clause = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        counts.merge(clause, 1, Integer::sum);
        first.putIfAbsent(clause, assertion);
      }
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        TestAssertion assertion = first.get(entry.getKey());
        print("rule", path, entry.getKey(), String.valueOf(entry.getValue()), assertion.getMessage(), assertion.getLocation().getContext());
      }
      print("file", path, result.isCompliant() ? "ok" : "failed", String.valueOf(result.getTotalAssertions()));
    } catch (Throwable error) {
      print("file", path, "failed", "0", String.valueOf(error));
    }
  }

  private static void print(String... fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      if (line.length() > 0) line.append('\t');
      line.append(field == null ? "" : field.replaceAll("[\\t\\r\\n]+", " "));
    }
    System.out.println(line);
  }
}
