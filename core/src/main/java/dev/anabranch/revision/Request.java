package dev.anabranch.revision;

/**
 * What the caller is about to do, for the first half of a message.
 *
 * @param action the verb with its preposition, such as {@code upgrade to}
 * @param text what was typed
 */
record Request(String action, String text) {

  /** Returns {@code Cannot upgrade to "head": reason.} */
  String cannot(String reason) {
    return "Cannot " + action + " \"" + text + "\": " + reason + ".";
  }
}
