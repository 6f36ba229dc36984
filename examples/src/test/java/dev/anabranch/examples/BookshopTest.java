package dev.anabranch.examples;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The bookshop on H2. */
@RequiresServer("h2")
class BookshopTest {

  @Test
  void goesUpAndDownAndUp(TestDatabase database) throws SQLException {
    BookshopScenarios.goesUpAndDownAndUp(database);
  }

  @Test
  void movesItsData(TestDatabase database) throws SQLException {
    BookshopScenarios.movesItsData(database);
  }

  @Test
  void fillsWhatItAddsLater(TestDatabase database) throws SQLException {
    BookshopScenarios.fillsWhatItAddsLater(database);
  }

  @Test
  void mergesInEitherOrder(TestDatabase one, TestDatabase other) throws SQLException {
    BookshopScenarios.mergesInEitherOrder(one, other);
  }

  @Test
  void bringsWhatBillingNeeds(TestDatabase database) throws SQLException {
    BookshopScenarios.bringsWhatBillingNeeds(database);
  }
}
