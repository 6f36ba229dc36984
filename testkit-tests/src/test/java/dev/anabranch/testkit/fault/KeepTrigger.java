package dev.anabranch.testkit.fault;

import java.sql.Connection;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger of H2 that does nothing. */
public final class KeepTrigger implements Trigger {

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after) {}
}
