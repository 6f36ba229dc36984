package dev.anabranch.revision;

/**
 * One statement on the version table.
 *
 * @since 0.1
 */
public sealed interface RowChange {

  /**
   * A row that comes.
   *
   * @param id the value to insert
   */
  record Insert(String id) implements RowChange {}

  /**
   * A row that goes; it is an error if it is not there.
   *
   * @param id the value to delete
   */
  record Delete(String id) implements RowChange {}

  /**
   * A row that takes another value; it is an error if the old value is not there.
   *
   * @param from the value expected
   * @param to the value to write
   */
  record Update(String from, String to) implements RowChange {}
}
