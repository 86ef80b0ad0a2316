import com.adobe.epubcheck.tool.EpubChecker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * EPUBCheck over many books in one Java machine: starting it takes longer than judging a small book. Each line of the input is a book
 * and the file for its JSON, parted by a tab; the arguments are more of EPUBCheck's own. Run from its source, beside epubcheck.jar.
 */
public final class EpubCheckAll {
  private EpubCheckAll() {}

  public static void main(String[] more) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] paths = line.split("\t");
      String[] args = new String[more.length + 5];
      System.arraycopy(new String[] {paths[0], "--failonwarnings", "-q", "--json", paths[1]}, 0, args, 0, 5);
      System.arraycopy(more, 0, args, 5, more.length);
      new EpubChecker().run(args);
    }
  }
}
