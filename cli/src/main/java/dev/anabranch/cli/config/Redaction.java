package dev.anabranch.cli.config;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of what is shown. */
public final class Redaction {
  /** What stands where a secret was. */
  public static final String MASK = "********";

  // What is masked already ends at the mask, so that the punctuation of a sentence behind it stays.
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([a-z_.-]*(?:password|passwd|pwd|secret|token|passphrase)[a-z_.-]*=)"
              + "(\\*{8}(?=[:.\"]?(?:\\s|$))|[^&;,)\\s]*)");
  private static final Pattern USER_INFO = Pattern.compile("(//[^/:@\\s]*:)([^/@\\s]*)(@)");
  private static final Pattern THIN =
      Pattern.compile("(jdbc:[a-z]+:[a-z]+:[^/@\\s]+/)([^@\\s]+)(@)");

  private Redaction() {}

  /**
   * Returns a JDBC URL without the passwords in it, as parameters, before the host, or in the way
   * of Oracle.
   */
  public static String url(String url) {
    String text = PARAMETER.matcher(url).replaceAll("$1" + MASK.replace("$", "\\$"));
    text = USER_INFO.matcher(text).replaceAll("$1" + MASK + "$3");
    return THIN.matcher(text).replaceAll("$1" + MASK + "$3");
  }

  /** Returns the passwords that stand in a JDBC URL. */
  static Set<String> secrets(String url) {
    Set<String> secrets = new LinkedHashSet<>();
    for (Pattern pattern : new Pattern[] {PARAMETER, USER_INFO, THIN}) {
      Matcher matcher = pattern.matcher(url);
      while (matcher.find()) {
        secrets.add(matcher.group(2));
      }
    }
    return secrets;
  }
}
