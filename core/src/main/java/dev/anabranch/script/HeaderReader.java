package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
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
   * What the beginning of a file says.
   *
   * @param header its header, or null if it has none that can be used
   * @param classes the classes that a Java source declares, up to the one of the revision
   * @param isHelper whether it is a Java source that does not call itself a revision
   */
  record Beginning(@Nullable Header header, List<DeclaredClass> classes, boolean isHelper) {

    static final Beginning UNUSABLE = new Beginning(null, List.of(), false);
  }

  /** Takes the beginning of a file, and says whether it was enough. */
  private interface Attempt {
    boolean read(int from, int filled, boolean complete);
  }

  /** Reads the header of a file; what is wrong goes into the problems. */
  Beginning read(ScriptSource source, Problems problems) {
    if (source instanceof IndexedSource indexed) {
      return new Beginning(
          IndexedHeader.of(indexed, problems),
          List.of(new DeclaredClass(indexed.entry().className(), indexed.entry().line())),
          false);
    }
    try (InputStream in = source.open()) {
      return source.isJava() ? readJava(in, source, problems) : readSql(in, source, problems);
    } catch (IOException e) {
      unreadable(source, e, problems);
      return Beginning.UNUSABLE;
    }
  }

  private Beginning readSql(InputStream in, ScriptSource source, Problems problems)
      throws IOException {
    Header[] header = {null};
    readEnough(
        in,
        problems,
        (from, filled, complete) -> {
          Problems inHeader = new Problems(source.shown());
          HeaderParser parser = new HeaderParser(source, fileNames, inHeader);
          LineCursor cursor = new LineCursor(buffer, from, filled, complete);
          if (!parser.parse(cursor, buffer) && !complete) {
            return false;
          }
          header[0] = parser.finish();
          problems.addAll(inHeader.found());
          return true;
        });
    return new Beginning(header[0], List.of(), false);
  }

  private Beginning readJava(InputStream in, ScriptSource source, Problems problems)
      throws IOException {
    Beginning[] beginning = {Beginning.UNUSABLE};
    readEnough(
        in,
        problems,
        (from, filled, complete) -> {
          Problems inHeader = new Problems(source.shown());
          JavaHeaderParser parser = new JavaHeaderParser(buffer, from, filled, complete, inHeader);
          if (!parser.parse()) {
            return false;
          }
          beginning[0] = JavaHeaders.of(parser, source, fileNames);
          problems.addAll(inHeader.found());
          return true;
        });
    return beginning[0];
  }

  private void readEnough(InputStream in, Problems problems, Attempt attempt) throws IOException {
    // One read is enough for nearly every file; that the file ends there is only found out if it
    // matters.
    int filled = Math.max(0, in.read(buffer));
    boolean complete = false;
    while (true) {
      if (isUtf16(filled)) {
        problems.notUtf8(1);
        return;
      }
      if (attempt.read(Utf8.textStart(buffer, filled), filled, complete)) {
        return;
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
          "Rename the folder so that its name ends in neither \".sql\" nor \".java\", or remove it.");
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
