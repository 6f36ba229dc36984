package dev.anabranch.testkit.fault;

/** The products that faults are planted on. */
final class Products {

  static final String[] ALL = {"h2", "postgresql", "mysql", "mariadb"};

  private Products() {}
}
