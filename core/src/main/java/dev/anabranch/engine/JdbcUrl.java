package dev.anabranch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A JDBC URL, which prints without its secrets.
 *
 * <p>There is no grammar of JDBC URLs, and a password may hold the very characters that end it in
 * somebody's driver. Where a reading is in doubt, more is masked rather than less.
 *
 * @param value the URL as it is given to the driver
 */
public record JdbcUrl(String value) {

  private static final String SECRET_KEY =
      "[^=?&;,()\\s]*(?:password|passwd|pwd|passphrase|secret|token|credential|api_?key)[^=?&;,()\\s]*";

  // user:password@ behind //, up to the last @ that stands before the parameters
  private static final Pattern AUTHORITY =
      Pattern.compile("(//)((?:(?![?&;][^=?&;@/]+=).)*)@", Pattern.DOTALL);

  // jdbc:product:driver:user/password@ as the thin drivers write it, the password perhaps in quotes
  private static final Pattern SLASHED_LOGIN =
      Pattern.compile("^(jdbc:[^:/@]+:[^:/@]+:)(?!//)([^@/]+/.*)@", Pattern.DOTALL);

  // key={value} quotes what would end a value
  private static final Pattern BRACED =
      Pattern.compile("(" + SECRET_KEY + "=)\\{([^}]*)\\}?", Pattern.CASE_INSENSITIVE);

  // (key=value) inside a list of hosts
  private static final Pattern LISTED =
      Pattern.compile("([(,]" + SECRET_KEY + "=)([^)]*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAMETER =
      Pattern.compile("([?&;]" + SECRET_KEY + "=)([^&;]*)", Pattern.CASE_INSENSITIVE);

  /** Checks that the URL is there. */
  public JdbcUrl {
    Objects.requireNonNull(value, "value");
  }

  /** Returns the URL with user names and secrets replaced by asterisks, fit to be shown. */
  public String redacted() {
    String text = BRACED.matcher(value).replaceAll("$1***");
    text = SLASHED_LOGIN.matcher(text).replaceAll("$1***@");
    text = AUTHORITY.matcher(text).replaceAll("$1***@");
    text = LISTED.matcher(text).replaceAll("$1***");
    return PARAMETER.matcher(text).replaceAll("$1***");
  }

  /**
   * Returns the secrets in the URL, so that they can be kept out of words that are not ours: a
   * driver may repeat a part of the URL.
   */
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    for (Pattern pattern : List.of(BRACED, LISTED, PARAMETER)) {
      pattern.matcher(value).results().forEach(found -> secrets.add(found.group(2)));
    }
    for (Pattern pattern : List.of(AUTHORITY, SLASHED_LOGIN)) {
      pattern
          .matcher(value)
          .results()
          .map(found -> found.group(2).split("[:/]", 2))
          .filter(login -> login.length == 2)
          .forEach(login -> secrets.add(login[1]));
    }
    return secrets.stream().filter(secret -> !secret.isEmpty()).distinct().toList();
  }

  /**
   * Returns a text in which this URL, should a driver have repeated it, is replaced by what may be
   * shown.
   */
  String redactedIn(String text) {
    return text.replace(value, redacted());
  }

  /** Returns {@link #redacted()}, so that no log shows a secret by accident. */
  @Override
  public String toString() {
    return redacted();
  }
}
