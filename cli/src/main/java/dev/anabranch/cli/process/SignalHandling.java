package dev.anabranch.cli.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Handles signals through {@code sun.misc.Signal}, which every Java from 17 to 25 has and none
 * supports; it is therefore reached by name, and done without where it is not there.
 */
final class SignalHandling {
  private SignalHandling() {}

  /**
   * Runs something, on a thread of its own, when a signal comes.
   *
   * @param name the signal without {@code SIG}
   * @return what puts back how the signal was handled before; absent where this system or this Java
   *     does not let it be handled
   */
  static Optional<Runnable> handle(String name, Runnable action) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object handler =
          Proxy.newProxyInstance(
              SignalHandling.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> answer(proxy, method, arguments, action));
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object before = handle.invoke(null, signal, handler);
      return Optional.of(() -> putBack(handle, signal, before));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // No such class, no such signal, or the Java machine keeps it for itself (-Xrs).
      return Optional.empty();
    }
  }

  private static @Nullable Object answer(
      Object proxy, Method method, Object @Nullable [] arguments, Runnable action) {
    return switch (method.getName()) {
      case "handle" -> {
        action.run();
        yield null;
      }
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "signal handler";
    };
  }

  private static void putBack(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      // The run is over; a signal then asks a run to stop that has ended, which does nothing.
      return;
    }
  }
}
