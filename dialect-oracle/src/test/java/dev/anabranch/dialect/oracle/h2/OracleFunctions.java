package dev.anabranch.dialect.oracle.h2;

/** Functions of Oracle that H2 lacks; called by H2 through an alias. */
public final class OracleFunctions {

  private OracleFunctions() {}

  /** Plays {@code SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')}, and nothing else. */
  public static String sysContext(String namespace, String parameter) {
    if (!namespace.equals("USERENV") || !parameter.equals("CURRENT_SCHEMA")) {
      throw new IllegalArgumentException(namespace + " " + parameter);
    }
    return "PUBLIC";
  }
}
