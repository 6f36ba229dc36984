package dev.anabranch.cli;

import java.io.PrintStream;

/** The entry point of the command line. */
public final class Main {

  private Main() {}

  /**
   * Runs one command.
   *
   * @param arguments the words after the program's name
   */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    String version = Main.class.getPackage().getImplementationVersion();
    out.println("anabranch " + (version == null ? "(development)" : version));
  }
}
