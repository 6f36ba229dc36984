package dev.anabranch.script.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compiled classes kept in a folder from run to run.
 *
 * <p>It is only a cache: what cannot be read counts as not there, what cannot be written is not
 * kept, and nothing of it is an error. An entry is written to another name and moved into place, so
 * that it is whole or not there; it ends with a checksum all the same, since disks fill up and
 * machines lose power.
 */
public final class ClassFileCache {

  private static final int MAGIC = 0x414E4231;
  private static final int CHECKSUM_LENGTH = 32;
  private static final String SUFFIX = ".classes";
  private static final int MAX_ENTRIES = 50;
  private static final long MAX_BYTES = 256L << 20;
  private static final Duration MAX_AGE = Duration.ofDays(60);

  private final Path folder;

  /**
   * Creates a cache.
   *
   * @param folder where its entries stand; made when it is needed
   */
  public ClassFileCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns an entry.
   *
   * @param key its fingerprint
   */
  public Optional<ClassFiles> get(String key) {
    Path file = folder.resolve(key + SUFFIX);
    try {
      if (!Files.isRegularFile(file) || isOpenToOthers()) {
        return Optional.empty();
      }
      Optional<ClassFiles> entry = read(Files.readAllBytes(file));
      if (entry.isPresent()) {
        // The date tells which entries are in use.
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      }
      return entry;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps an entry and takes away those that have not been used for long, or are too many.
   *
   * @param key its fingerprint
   * @param classes what is kept
   */
  public void put(String key, ClassFiles classes) {
    try {
      Files.createDirectories(folder);
      if (isOpenToOthers()) {
        return;
      }
      Path file = folder.resolve(key + SUFFIX);
      Path written = Files.createTempFile(folder, key, ".tmp");
      try {
        Files.write(written, bytes(classes));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
      clean(file);
    } catch (IOException e) {
      // The classes are compiled again next time.
      return;
    }
  }

  /** Returns whether every user of the machine could put classes here for this one to run. */
  private boolean isOpenToOthers() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static byte[] bytes(ClassFiles classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(classes.files().size());
    for (Map.Entry<String, byte[]> file : classes.files().entrySet()) {
      out.writeUTF(file.getKey());
      out.writeInt(file.getValue().length);
      out.write(file.getValue());
    }
    out.write(CacheKey.sha256().digest(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  private static Optional<ClassFiles> read(byte[] bytes) throws IOException {
    int length = bytes.length - CHECKSUM_LENGTH;
    if (length < Integer.BYTES * 2) {
      return Optional.empty();
    }
    MessageDigest digest = CacheKey.sha256();
    digest.update(bytes, 0, length);
    if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOfRange(bytes, length, bytes.length))) {
      return Optional.empty();
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    if (in.readInt() != MAGIC) {
      return Optional.empty();
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      files.put(name, in.readNBytes(in.readInt()));
    }
    return Optional.of(new ClassFiles(files, Map.of()));
  }

  private void clean(Path newest) throws IOException {
    Instant oldest = Instant.now().minus(MAX_AGE);
    int entries = 0;
    long size = 0;
    for (Entry entry : entries()) {
      entries++;
      size += entry.size();
      boolean kept = entry.used().isAfter(oldest) && entries <= MAX_ENTRIES && size <= MAX_BYTES;
      if (!kept && !entry.file().equals(newest)) {
        Files.deleteIfExists(entry.file());
      }
    }
  }

  private record Entry(Path file, Instant used, long size) {}

  /** Returns what this and killed processes have left here, the newest first. */
  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(SUFFIX) || name.endsWith(".tmp")) {
          add(file, entries);
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used).reversed());
    return entries;
  }

  private static void add(Path file, List<Entry> entries) throws IOException {
    try {
      entries.add(new Entry(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
    } catch (FileSystemException e) {
      // Another process has just cleaned up, too.
      return;
    }
  }
}
