package dev.anabranch.dialect;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;

/**
 * What differs from product to product in the tables that hold Anabranch's state; what is standard
 * SQL is written once, in {@code history}, with this dialect's {@linkplain #writer() writer}.
 */
public interface StateTables {

  /** Returns a new writer that quotes names and literals as the product reads them. */
  SqlWriter writer();

  /**
   * Returns a name as the server keeps it when it is written without quotes, so that whoever looks
   * at a state table by hand needs no quotes on any product.
   *
   * @param unquoted the name as a user writes it
   */
  Identifier fold(String unquoted);

  /**
   * Returns the name of a state table as it is to stand in every statement: with its schema where
   * the statements of a revision could otherwise make it mean another table.
   *
   * @param table the name as it was configured
   */
  default QualifiedName qualified(QualifiedName table) {
    return table;
  }

  /**
   * Returns the statement that creates the version table if it is not there: one column {@code
   * version_num} of 255 characters, not null, primary key.
   */
  String createVersionTable(QualifiedName table);

  /**
   * Returns the statement that creates the history table if it is not there, with the columns that
   * the reference of the state tables lists; {@code entry} counts up by itself.
   */
  String createHistoryTable(QualifiedName table);

  /** Returns the expression for the present moment in UTC, as a timestamp without time zone. */
  RawSql utcNow();
}
