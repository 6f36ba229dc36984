package dev.anabranch.script.internal;

import java.util.List;

/** What became of some sources. */
public sealed interface Compilation {

  /**
   * All of them are compiled.
   *
   * @param classes the classes
   */
  record Done(ClassFiles classes) implements Compilation {}

  /**
   * At least one of them has a mistake.
   *
   * @param mistakes the mistakes, in the order in which the compiler found them
   */
  record Failed(List<Mistake> mistakes) implements Compilation {

    /** Copies the list. */
    public Failed {
      mistakes = List.copyOf(mistakes);
    }
  }
}
