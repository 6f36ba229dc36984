package dev.anabranch.script.internal;

import java.util.List;

/**
 * What the running Java compiles with. A runtime may lack the compiler and even the interface of
 * compilers, so no class of either is touched here.
 */
public final class ThisJava {

  /**
   * Lines are needed to say where an operation was recorded. There is no {@code --release}: the
   * compiler takes it with its own file manager only, and the release of the running Java is what
   * it compiles for anyway.
   */
  static final List<String> OPTIONS =
      List.of("-g", "-proc:none", "-nowarn", "-Xlint:none", "-implicit:none", "-Xmaxerrs", "1000");

  private ThisJava() {}

  /** Returns whether {@link MemoryCompiler} can be used. */
  public static boolean hasCompiler() {
    return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
  }
}
