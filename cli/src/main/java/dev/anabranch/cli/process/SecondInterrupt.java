package dev.anabranch.cli.process;

import java.lang.reflect.Method;

/**
 * Gives Ctrl-C its plain meaning back. While the Java machine runs its shutdown hooks it does not
 * hear a second one; only the unsupported class {@code sun.misc.Signal} can change that, which is
 * why it is reached by name and done without where it is not there.
 */
final class SecondInterrupt {
  private SecondInterrupt() {}

  static void endsTheProcess() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      Object plain = handler.getField("SIG_DFL").get(null);
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(null, interrupt, plain);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Then a second Ctrl-C changes nothing, and the run ends as the first one asked.
      return;
    }
  }
}
