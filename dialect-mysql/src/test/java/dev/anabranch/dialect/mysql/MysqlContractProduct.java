package dev.anabranch.dialect.mysql;

/** What the contract has to know of MySQL. */
public final class MysqlContractProduct extends MysqlFamilyContractProduct {

  /** Called by the service loader. */
  public MysqlContractProduct() {}

  @Override
  public String name() {
    return "mysql";
  }
}
