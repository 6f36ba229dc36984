package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the headers of many files, one after the other, with one buffer. For one thread. */
final class HeaderReader {

  /**
   * Enough for nearly every header, and as much as the JDK reads without allocating outside the
   * heap.
   */
  private static final int FIRST_READ = 8192;

  private final FileNameTemplate fileNames;
  private byte[] buffer = new byte[FIRST_READ];

  HeaderReader(FileNameTemplate fileNames) {
    this.fileNames = fileNames;
  }

  /**
   * Returns the header of a file, or null if it has none that can be used; what is wrong goes into
   * the problems.
   */
  @Nullable Header read(ScriptSource source, Problems problems) {
    try (InputStream in = source.open()) {
      return read(in, source, problems);
    } catch (IOException e) {
      unreadable(source, e, problems);
      return null;
    }
  }

  private @Nullable Header read(InputStream in, ScriptSource source, Problems problems)
      throws IOException {
    // One read is enough for nearly every file; that the file ends there is only found out if it
    // matters.
    int filled = Math.max(0, in.read(buffer));
    boolean complete = false;
    while (true) {
      if (isUtf16(filled)) {
        problems.notUtf8(1);
        return null;
      }
      Problems inHeader = new Problems(source.shown());
      HeaderParser parser = new HeaderParser(source, fileNames, inHeader);
      int from = Utf8.textStart(buffer, filled);
      LineCursor cursor = new LineCursor(buffer, from, filled, complete);
      if (parser.parse(cursor, buffer) || complete) {
        Header header = parser.finish();
        problems.addAll(inHeader.found());
        return header;
      }
      if (filled == buffer.length) {
        // Reading twice as much and starting again keeps the whole linear.
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      filled += in.readNBytes(buffer, filled, buffer.length - filled);
      complete = filled < buffer.length;
    }
  }

  private boolean isUtf16(int filled) {
    return filled >= 2
        && ((buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE)
            || (buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF));
  }

  static void unreadable(ScriptSource source, IOException e, Problems problems) {
    boolean folder = source.file().map(Files::isDirectory).orElse(false);
    if (folder) {
      problems.error(
          ErrorCode.FILE_IS_FOLDER,
          0,
          "A folder stands where a revision file is expected.",
          "Rename the folder so that its name does not end in \".sql\", or remove it.");
    } else {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      problems.error(
          ErrorCode.FILE_UNREADABLE,
          0,
          "The file cannot be read: " + reason + ".",
          "Check that the file exists and that you may read it.");
    }
  }
}
