package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Makes a file appear whole, without ever taking the place of another. */
final class NewFile {

  private NewFile() {}

  /**
   * Creates a file.
   *
   * @param file its name, in a folder that exists
   * @param id the revision it is for; no two processes create one id in one folder at the same time
   * @param content what it holds
   * @param lastCheck what is run when this process alone may create the id; nothing is created if
   *     it throws
   */
  static void create(Path file, String id, byte[] content, Runnable lastCheck) {
    Path reserved = file.resolveSibling(reservedName(id));
    try {
      // The hidden name is made of the id and not by chance: that reserves the id while the file is
      // written.
      write(reserved, content);
    } catch (FileAlreadyExistsException e) {
      throw new ScriptException(
          ErrorCode.FILE_EXISTS,
          "Cannot create revision \""
              + id
              + "\": another process is creating it, in \""
              + reserved
              + "\".",
          "If no other process is, one was killed: remove that file.",
          e);
    } catch (IOException e) {
      throw notWritten(file, e);
    }
    try {
      lastCheck.run();
      name(reserved, file);
      forceFolder(file);
    } catch (FileAlreadyExistsException e) {
      throw new ScriptException(
          ErrorCode.FILE_EXISTS,
          "Cannot create revision \"" + id + "\": the file \"" + file + "\" exists already.",
          "Choose another message or id, or remove that file.",
          e);
    } catch (IOException e) {
      throw notWritten(file, e);
    } finally {
      remove(reserved);
    }
  }

  private static String reservedName(String id) {
    UUID digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    return ".anabranch-" + digest + ".tmp";
  }

  private static void write(Path path, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      try {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      } catch (IOException e) {
        remove(path);
        throw e;
      }
    }
  }

  /** Gives a written file its name; fails if the name is taken. */
  private static void name(Path written, Path file) throws IOException {
    try {
      // A second name for the same file is the only step that every system does at once and refuses
      // for a taken name;
      // a move replaces what stands there.
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      // File systems without links (FAT, some network shares): take the name first, then move over
      // it.
      Files.createFile(file);
      try {
        Files.move(
            written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException failure) {
        remove(file);
        throw failure;
      }
    }
  }

  /**
   * Makes the new name durable where a folder can be opened, which is everywhere but on Windows.
   */
  private static void forceFolder(Path file) {
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // The file itself is on disk; that its name may be lost with the power is all this could have
      // prevented.
      return;
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Hidden files are never read as revisions, so what stays behind does no harm.
      return;
    }
  }

  private static ScriptException notWritten(Path file, IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new ScriptException(
        ErrorCode.FILE_NOT_WRITTEN,
        "Cannot write the revision file \"" + file + "\": " + reason + ".",
        "Check that the folder can be written to and the disk is not full.",
        e);
  }
}
