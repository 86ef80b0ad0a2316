package org.everyread.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * veraPDF's profile “WCAG 2.2 (Machine)”, all 108 rules, put together: the rules of PDF/UA-1 come from the profile that
 * veraPDF's core carries, those of WCAG from a file of ours. No artifact on Maven Central has the profile whole.
 */
final class WcagProfile {
  private static final String PDF_UA = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

  /** Rules of PDF/UA-1 that are no matter of WCAG: what the file calls itself, levels left out, Contents alone, lists of glyphs. */
  private static final Set<String> LEFT_OUT =
      Set.of("5-1", "5-2", "5-3", "5-4", "5-5", "6.1-1", "7.4.2-1", "7.18.5-2", "7.21.4.2-1", "7.21.4.2-2");

  private static final int RULES = 108;

  private static final Pattern RULE = Pattern.compile("<rule .*?</rule>", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("clause=\"([\\d.]+)\" testNumber=\"(\\d+)\"");
  /** What a rule reads that asks how tags are nested. */
  private static final Pattern NESTING = Pattern.compile("<test>[^<]*\\b(?:kidsStandardTypes|parentStandardType|usesHn?)\\b");

  private WcagProfile() {}

  /**
   * @param ours a profile with the rules of WCAG; a rule of PDF/UA-1 that it has too is taken from it
   * @throws IOException when a file cannot be read
   * @throws IllegalStateException when the rules are not 108: veraPDF's profile is then another than the one compared
   */
  static ValidationProfile with(Path ours) throws Exception {
    String own = Files.readString(ours);
    Set<String> replaced = new HashSet<>();
    RULE.matcher(own).results().forEach(rule -> replaced.add(idOf(rule.group())));
    StringBuilder rules = new StringBuilder();
    String carried = readCarried();
    Matcher each = RULE.matcher(carried);
    while (each.find()) {
      String id = idOf(each.group());
      if (!LEFT_OUT.contains(id) && !replaced.contains(id)) rules.append(toSemanticModel(each.group())).append('\n');
    }
    String variables = carried.substring(carried.indexOf("<variables>") + "<variables>".length(), carried.indexOf("</variables>"));
    String whole =
        own.replace("</rules>", rules + "</rules>")
            .replace("</variables>", variables.replace("object=\"SEH", "object=\"SAH") + "</variables>");
    ValidationProfile profile = Profiles.profileFromXml(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    if (profile.getRules().size() != RULES) {
      throw new IllegalStateException(profile.getRules().size() + " rules and not " + RULES);
    }
    return profile;
  }

  /** How tags are nested is asked of the semantic model, whose objects have the same names and properties. */
  private static String toSemanticModel(String rule) {
    if (!NESTING.matcher(rule).find()) return rule;
    return rule.replaceFirst("object=\"(?:SE|PD)", "object=\"SA");
  }

  private static String idOf(String rule) {
    Matcher id = ID.matcher(rule);
    if (!id.find()) throw new IllegalStateException("A rule without a clause: " + rule);
    return id.group(1) + "-" + id.group(2);
  }

  private static String readCarried() throws IOException {
    try (InputStream in = Profiles.class.getResourceAsStream(PDF_UA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
