package dev.anabranch.script;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What every system takes as the name of a file. */
final class FileNames {

  /**
   * How many bytes an id may take in a name; the limit of most file systems is 255 for the whole
   * name.
   */
  private static final int MAX_ID_BYTES = 120;

  /** Names of devices on Windows, with any ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])([.].*)?");

  private FileNames() {}

  /**
   * Returns an id with an underscore for each character that cannot stand in a name, cut if it is
   * very long.
   */
  static String safeId(String id) {
    StringBuilder safe = new StringBuilder(id.length());
    id.codePoints()
        .forEach(
            c -> {
              boolean kept = Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '~';
              safe.appendCodePoint(kept ? c : '_');
            });
    while (safe.toString().getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
      safe.setLength(safe.offsetByCodePoints(safe.length(), -1));
    }
    return safe.toString();
  }

  /** Returns a name that is not hidden, no device, and free of blanks at its ends. */
  static String safeStem(String stem) {
    String stripped = stem.strip();
    if (stripped.isEmpty() || stripped.startsWith(".") || stripped.startsWith("#")) {
      return "_" + stripped;
    }
    // "con.2.sql" is the device as much as "con.sql" is.
    return DEVICE.matcher(stripped.toLowerCase(Locale.ROOT)).matches() ? "_" + stripped : stripped;
  }
}
