package dev.anabranch.cli.config;

import dev.anabranch.engine.JdbcUrl;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * The secrets of a run, known so that no message can let one out, whoever wrote the message:
 * drivers and servers are not ours.
 */
public final class Secrets {
  /** What stands where a secret was. */
  public static final String MASK = "***";

  /** The longest first, so that a secret that contains another one is covered whole. */
  private final Set<String> secrets =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /** Keeps a password, and with it every text it is part of, out of messages. */
  public synchronized void addPassword(String password) {
    // A password of one or two letters would tear holes into every word.
    if (password.length() > 2) {
      secrets.add(password);
    }
  }

  /** Keeps the passwords in a JDBC URL out of messages. */
  public void addUrl(String url) {
    new JdbcUrl(url).secrets().forEach(this::addPassword);
  }

  /** Returns the text without the secrets. */
  public synchronized String redact(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, MASK);
    }
    return redacted;
  }
}
