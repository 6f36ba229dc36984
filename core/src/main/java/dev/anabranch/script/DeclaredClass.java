package dev.anabranch.script;

/**
 * A class at the top of a Java source.
 *
 * @param name its binary name, such as {@code com.acme.CreateCustomer}
 * @param line the line on which its name stands
 */
record DeclaredClass(String name, int line) {

  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
