package dev.anabranch.engine;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A JDBC URL, which prints without its secrets.
 *
 * @param value the URL as it is given to the driver
 */
public record JdbcUrl(String value) {

  // user:password@ behind //, or behind the @ notation of the thin drivers: user/password@
  private static final Pattern AUTHORITY = Pattern.compile("//[^/@?;]*@");
  private static final Pattern SLASHED_LOGIN = Pattern.compile(":[^:/@]+/[^@/]+@");
  private static final Pattern SECRET =
      Pattern.compile(
          "([?&;,(][^=?&;,()]*(?:password|passwd|pwd|secret|token|passphrase|credential)[^=?&;,()]*=)"
              + "[^?&;,)]*",
          Pattern.CASE_INSENSITIVE);

  /** Checks that the URL is there. */
  public JdbcUrl {
    Objects.requireNonNull(value, "value");
  }

  /** Returns the URL with user names and secrets replaced by asterisks, fit to be shown. */
  public String redacted() {
    String text = AUTHORITY.matcher(value).replaceAll("//***@");
    text = SLASHED_LOGIN.matcher(text).replaceAll(":***@");
    return SECRET.matcher(text).replaceAll("$1***");
  }

  /** Returns {@link #redacted()}, so that no log shows a secret by accident. */
  @Override
  public String toString() {
    return redacted();
  }
}
