package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that another run holds the migration lock. */
public final class MigrationLockedException extends MigrationException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String holder;

  MigrationLockedException(Duration timeout, Optional<String> holder) {
    super(
        ErrorCode.MIGRATION_LOCKED,
        "Cannot take the migration lock: another run holds it"
            + holder.map(h -> " (" + h + ")").orElse("")
            + ", and the wait of "
            + timeout.toMillis() / 1000.0
            + " s is over.",
        "Wait for the other run to end, or wait longer with a higher lock timeout. Nothing was changed.",
        null);
    this.holder = holder.orElse(null);
  }

  /** Returns who holds the lock, where the server can tell. */
  public Optional<String> holder() {
    return Optional.ofNullable(holder);
  }
}
