package dev.anabranch.script;

/**
 * Writes text of any script with Latin letters, as far as it can.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Transliterator {

  /**
   * Returns the text in ASCII where it can be written so; characters that cannot may stay or go.
   *
   * @param text any text
   */
  String transliterate(String text);

  /**
   * Returns the transliterator of the core, which knows Latin letters only: it takes off accents
   * and spells out letters such as {@code ß} and {@code æ}. Other scripts stay as they are; a
   * program that wants them in names brings its own.
   */
  static Transliterator latin() {
    return LatinLetters::toAscii;
  }
}
