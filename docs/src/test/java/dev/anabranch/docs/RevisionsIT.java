package dev.anabranch.docs;

import dev.anabranch.testkit.junit.RevisionTests;

@RevisionTests(
    locations = "classpath:db/revisions",
    products = {"h2", "postgresql"})
class RevisionsIT {}
