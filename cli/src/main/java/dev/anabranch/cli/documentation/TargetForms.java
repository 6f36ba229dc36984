package dev.anabranch.cli.documentation;

/** The forms of targets, as help and the reference list them. */
final class TargetForms {
  static final String[][] FORMS = {
    {"ae1027a6acf0", "the revision with this id"},
    {"ae1", "the revision whose id or label begins so, if there is only one"},
    {"billing", "the revision with this label"},
    {"head", "the head, if there is only one"},
    {"heads", "all heads"},
    {"base", "below everything: nothing applied"},
    {"current", "where the database stands (history, show)"},
    {"+2, -1", "two steps up from, one step down from where the database stands"},
    {"ae1+2, ae1-1", "two steps above, one step below a revision"},
    {"billing@head", "the head of a branch"},
    {"billing@heads, billing@base", "all heads, the base of a branch"},
    {"billing@+1, billing@-1", "steps on a branch from where the database stands"},
    {"billing@ae1", "a revision, which must lie on the branch"},
    {"ae1:heads", "a range, for history and for --sql"},
    {"ae1:, :ae1", "a range with an open end, for history"},
  };

  static final String NOTE =
      "A target that begins with a dash needs no quoting: anabranch downgrade -1.";

  private TargetForms() {}
}
