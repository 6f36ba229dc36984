package dev.anabranch.migration;

/**
 * A revision whose downgrade is derived: the inverses of its operations in the opposite order.
 *
 * @since 0.1
 */
public interface ReversibleMigration extends Migration {

  /**
   * Records what the revision changes, by operations that have an inverse.
   *
   * @param op what it is recorded with
   */
  void change(Operations op);

  @Override
  default void upgrade(Operations op) {
    change(op);
  }

  /**
   * Records the inverses of what {@link #change} records.
   *
   * @throws dev.anabranch.operation.OperationException if one of the operations has none
   */
  @Override
  default void downgrade(Operations op) {
    op.reverse(this::change);
  }
}
