package dev.anabranch.dialect.mysql;

/** What the contract has to know of MariaDB. */
public final class MariadbContractProduct extends MysqlFamilyContractProduct {

  /** Called by the service loader. */
  public MariadbContractProduct() {}

  @Override
  public String name() {
    return "mariadb";
  }
}
