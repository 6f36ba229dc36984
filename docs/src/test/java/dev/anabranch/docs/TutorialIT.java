package dev.anabranch.docs;

import dev.anabranch.docs.page.Block;
import dev.anabranch.docs.page.Page;
import dev.anabranch.docs.page.PageCheck;
import dev.anabranch.docs.page.PageRun;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole tutorial, with the part that needs a server. */
@RequiresServer("postgresql")
class TutorialIT {

  @Test
  void theTutorialEndsOnPostgres(TestDatabase database, @TempDir Path directory)
      throws IOException {
    Page page = Page.read(Page.REPOSITORY.resolve("docs/tutorial/README.md"));
    List<Block> blocks =
        page.blocks().stream().filter(block -> block.attribute("not-run").isEmpty()).toList();
    PageRun run =
        new PageRun(directory.toRealPath())
            .replacing("jdbc:postgresql://localhost:5432/shop", database.url())
            .replacing("user     = \"shop\"", "user     = \"" + database.user() + "\"")
            .replacing("not-my-real-password", database.password());

    PageCheck.assertRight(page, run.follow(blocks));
  }
}
