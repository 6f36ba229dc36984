package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The folder in the temporary directory under which this user's started servers live, one folder
 * for each of them.
 *
 * <p>Several JVMs use it at the same time. What they do alone (unpack binaries, choose a port,
 * clear away what a killed JVM left) they do under a lock.
 */
final class ServerFolders {

  /**
   * Written last into a folder of unpacked binaries. The PostgreSQL library chose the name, and
   * fails for ever on a folder that lacks it.
   */
  static final String COMPLETE = ".exists";

  /**
   * A file is locked by the JVM, not by a thread: a second thread would not wait but fail ({@link
   * FileLock}).
   */
  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

  private final Path root;

  ServerFolders(Path root) {
    this.root = root;
  }

  /** A folder for each user, because what one user unpacks another cannot write to. */
  static ServerFolders ofThisUser() throws IOException {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
    Path root = Path.of(System.getProperty("java.io.tmpdir"), "anabranch-test-servers-" + user);
    Files.createDirectories(root);
    // The real path, because that is how the system names the program of a running process.
    return new ServerFolders(root.toRealPath());
  }

  /** Where binaries are unpacked once and stay. */
  Path binaries() {
    return root.resolve("binaries");
  }

  /** Where initialised clusters are kept to be copied. */
  Path clusters() {
    return root.resolve("clusters");
  }

  ServerFolder create(String product) throws IOException {
    Path folder = Files.createTempDirectory(root, product + "-");
    return ServerFolder.claim(folder);
  }

  Lock lock() throws IOException {
    Files.createDirectories(binaries());
    Files.createDirectories(clusters());
    if (Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class)) {
      // Started servers trust every local user who reaches them; what they run must at least be
      // ours alone.
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
    IN_THIS_JVM.lock();
    try {
      return lockFile();
    } catch (IOException | RuntimeException e) {
      IN_THIS_JVM.unlock();
      throw e;
    }
  }

  private Lock lockFile() throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new Lock(channel, channel.lock());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Held while a server is started; closing it, by the same thread, lets the next one go on. */
  final class Lock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock held;

    private Lock(FileChannel channel, FileLock held) {
      this.channel = channel;
      this.held = held;
    }

    /**
     * Stops servers whose JVM is gone, and removes their folders and what is only half unpacked or
     * half copied.
     */
    void sweep() throws IOException {
      for (Path folder : children(root)) {
        if (!folder.equals(binaries()) && !folder.equals(clusters())) {
          ServerFolder.removeIfOrphaned(folder, binaries());
        }
      }
      for (Path cluster : children(clusters())) {
        if (KeptData.isHalfCopied(cluster)) {
          Folders.delete(cluster);
        }
      }
      for (Path unpacked : children(binaries())) {
        if (!Files.exists(unpacked.resolve(COMPLETE))) {
          Folders.delete(unpacked);
        }
      }
    }

    @Override
    public void close() throws IOException {
      try {
        held.release();
        channel.close();
      } finally {
        IN_THIS_JVM.unlock();
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    return Folders.children(folder).stream().filter(Files::isDirectory).toList();
  }
}
