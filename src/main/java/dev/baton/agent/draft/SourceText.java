package dev.baton.agent.draft;

/** What a source says of a company, in short. */
record SourceText(String name, String address, String text) {
  String named() {
    return name + ": " + address;
  }
}
