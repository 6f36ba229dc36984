package dev.anabranch.history;

import dev.anabranch.revision.Direction;
import java.util.Arrays;
import java.util.Optional;

/** What an entry of the history table is about. */
public enum EntryAction {
  /** A revision was upgraded to. */
  UPGRADE("upgrade"),
  /** A revision was taken back. */
  DOWNGRADE("downgrade"),
  /** A version row was set without running anything. */
  STAMP("stamp"),
  /** A version row was removed without running anything. */
  UNSTAMP("unstamp");

  private final String text;

  EntryAction(String text) {
    this.text = text;
  }

  /** Returns the word as the table holds it. */
  public String text() {
    return text;
  }

  /** Returns the action of a step. */
  public static EntryAction of(Direction direction) {
    return direction == Direction.UPGRADE ? UPGRADE : DOWNGRADE;
  }

  static Optional<EntryAction> parse(String text) {
    return Arrays.stream(values()).filter(action -> action.text.equals(text)).findFirst();
  }
}
