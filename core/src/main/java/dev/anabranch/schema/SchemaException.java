package dev.anabranch.schema;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Says that a description of tables, columns or types contradicts itself. */
public final class SchemaException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what cannot be described, and why
   * @param hint the next thing to do, or null
   */
  public SchemaException(String message, @Nullable String hint) {
    super(ErrorCode.INVALID_DEFINITION, message, hint, null);
  }
}
