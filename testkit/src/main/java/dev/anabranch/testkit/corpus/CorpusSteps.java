package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Chooses what the corpus does next. For one thread. */
final class CorpusSteps {

  /** Makes operations that are possible now; empty if there is nothing to do it to. */
  @FunctionalInterface
  interface Step extends Supplier<Optional<List<Operation>>> {}

  private final CorpusState state;
  private final List<Step> steps = new ArrayList<>();
  private final List<Step> weighted = new ArrayList<>();
  private int turn;

  CorpusSteps(CorpusState state) {
    this.state = state;
    CorpusTypes types = new CorpusTypes(state);
    TableSteps tables = new TableSteps(state, types);
    ColumnSteps columns = new ColumnSteps(state, types);
    KeySteps keys = new KeySteps(state, types);
    IndexSteps indexes = new IndexSteps(state);
    ObjectSteps objects = new ObjectSteps(state);
    RowSteps rows = new RowSteps(state);
    add(6, tables::create);
    add(2, tables::drop, tables::rename, tables::comment);
    add(20, columns::add);
    add(4, columns::alter);
    add(2, columns::drop, columns::rename, columns::addEnumeration, columns::addComputed);
    add(1, columns::addNumbered, tables::createUnusual);
    add(3, keys::reference, keys::unique, keys::check);
    add(2, keys::drop, keys::rename);
    add(1, keys::primary, keys::exclusion);
    add(10, indexes::create);
    add(2, indexes::drop, indexes::rename);
    add(2, objects::createSequence, objects::alterSequence);
    add(1, objects::renameSequence, objects::dropSequence);
    add(2, objects::createView, objects::replaceView, objects::dropView);
    add(1, objects::materializedView);
    add(2, objects::createEnumType);
    add(6, objects::addEnumValue);
    add(1, objects::dropEnumType, objects::schema);
    add(1, rows::insert, rows::executeReversibly);
    add(3, rows::update, rows::delete, rows::execute);
    add(1, rows::onOthers, rows::outside, rows::custom);
  }

  private void add(int weight, Step... more) {
    steps.addAll(List.of(more));
    for (int i = 0; i < weight; i++) {
      weighted.addAll(List.of(more));
    }
  }

  /**
   * Returns the next operations; empty if the choice fell on something that is not possible now.
   * Each step has its turn once in a while, whatever the chance says.
   */
  Optional<List<Operation>> next() {
    Step step = state.oneIn(2) ? steps.get(turn++ % steps.size()) : state.one(weighted);
    return step.get();
  }
}
