package dev.anabranch.error;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything Anabranch throws on purpose.
 *
 * <p>The message reads {@code Cannot do X to Y: reason.} with the real values; the {@linkplain
 * #hint() hint} names the next step; the {@linkplain #code() code} is stable from release to
 * release and listed in the errors reference.
 */
public abstract class AnabranchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String hint;

  /**
   * Creates an exception.
   *
   * @param code the stable code of this kind of failure
   * @param message what could not be done, to what, and why; no secret in it
   * @param hint the next thing to do, or null where there is none
   * @param cause what led here, or null
   */
  protected AnabranchException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
    this.hint = hint;
  }

  /** Returns the stable code of this kind of failure. */
  public final ErrorCode code() {
    return code;
  }

  /**
   * Returns what could not be done and why: the message, but for what it says of what is left,
   * which is of no use to whoever throws the database away.
   */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** Returns the next thing to do, if there is something to suggest. */
  public final Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
