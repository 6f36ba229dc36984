package dev.anabranch.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that outlives its reader: after {@code | head} has gone away the rest is dropped
 * without a word. Any other failure, such as a full disk, is kept to be reported at the end.
 */
final class ResultStream extends FilterOutputStream {
  private boolean broken;
  private @Nullable IOException failure;

  ResultStream(OutputStream stream) {
    super(stream);
  }

  /** Returns whether writing has become useless. */
  boolean isBroken() {
    return broken;
  }

  /** Returns what went wrong, other than a reader that went away. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (broken) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void flush() {
    if (broken) {
      return;
    }
    try {
      out.flush();
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void close() {
    flush();
  }

  private void fail(IOException e) {
    broken = true;
    if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
      failure = e;
    }
  }
}
