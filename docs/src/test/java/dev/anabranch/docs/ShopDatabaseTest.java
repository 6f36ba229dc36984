package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

@RequiresServer("h2")
class ShopDatabaseTest {

  @Test
  void anApplicationMigratesWhenItStartsAndFindsNothingToDoTheNextTime(TestDatabase database) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());

    assertThat(new ShopDatabase(source).migrate().plan().steps()).hasSize(2);
    assertThat(new ShopDatabase(source).migrate().plan().isEmpty()).isTrue();

    database.execute("INSERT INTO customer (id, name, last_order) VALUES (1, 'Ann', NULL)");
  }
}
