package dev.anabranch.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256 of the first statements of a step, by which a later run knows that they are still the
 * same.
 *
 * <p>It grows with the statements: a value for each of many takes time in proportion to their text,
 * as long as it is not asked to go back. For one thread.
 */
final class DoneChecksum {

  private final List<StepStatement> statements;
  private MessageDigest digest = sha256();
  private int counted;

  DoneChecksum(List<StepStatement> statements) {
    this.statements = statements;
  }

  /**
   * Returns the checksum of the first statements, in hex.
   *
   * @param count how many
   */
  String of(int count) {
    if (count < counted) {
      digest = sha256();
      counted = 0;
    }
    for (; counted < count; counted++) {
      statements.get(counted).preparation().forEach(this::add);
      add(statements.get(counted).sql());
    }
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of the Java platform can be copied", e);
    }
  }

  private void add(String sql) {
    digest.update(sql.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
