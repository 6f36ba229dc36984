package dev.anabranch.script;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of a file's content. Version control changes line endings from machine to machine
 * and some editors put a byte order mark in front; neither changes what a revision does, so neither
 * counts.
 */
final class Checksum {

  private static final int CHUNK = 1 << 16;

  private final MessageDigest digest;
  private boolean afterReturn;

  private Checksum(MessageDigest digest) {
    this.digest = digest;
  }

  static String of(byte[] content) {
    Checksum checksum = new Checksum(sha256());
    int from = Utf8.textStart(content, content.length);
    checksum.update(content, from, content.length);
    return checksum.finish();
  }

  /** Returns the fingerprint of bytes that are no text. */
  static String ofBinary(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  static String of(InputStream in) throws IOException {
    Checksum checksum = new Checksum(sha256());
    byte[] chunk = new byte[CHUNK];
    int filled = in.readNBytes(chunk, 0, chunk.length);
    checksum.update(chunk, Utf8.textStart(chunk, filled), filled);
    while (filled == chunk.length) {
      filled = in.readNBytes(chunk, 0, chunk.length);
      checksum.update(chunk, 0, filled);
    }
    return checksum.finish();
  }

  private void update(byte[] bytes, int from, int to) {
    int start = from;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == '\n' && afterReturn) {
        // The line feed of a pair: the carriage return before it counted already.
        digest.update(bytes, start, at - start);
        start = at + 1;
      } else if (b == '\r') {
        digest.update(bytes, start, at - start);
        digest.update((byte) '\n');
        start = at + 1;
      }
      afterReturn = b == '\r';
    }
    digest.update(bytes, start, to - start);
  }

  private String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
