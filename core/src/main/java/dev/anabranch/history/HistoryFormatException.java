package dev.anabranch.history;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;

/** Says that the history table holds an entry that this release cannot read. */
public final class HistoryFormatException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  HistoryFormatException(long entry, String reason) {
    super(
        ErrorCode.UNKNOWN_HISTORY_FORMAT,
        "Cannot read entry " + entry + " of the history table: " + reason + ".",
        "Use the release that wrote it, or a newer one.",
        null);
  }
}
