package dev.anabranch.sql;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.util.Locale;

/** Says that a name is longer than the server can keep; some servers would cut it in silence. */
public final class NameTooLongException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param name the name
   * @param limit how long it may be
   */
  public NameTooLongException(Identifier name, IdentifierLimit limit) {
    super(
        ErrorCode.NAME_TOO_LONG,
        "Cannot use the name %s: it has %d %s, and the server keeps %d at most."
            .formatted(
                name,
                limit.lengthOf(name),
                limit.unit().name().toLowerCase(Locale.ROOT),
                limit.length()),
        "Shorten the name.",
        null);
  }
}
