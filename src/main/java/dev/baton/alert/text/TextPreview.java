package dev.baton.alert.text;

import dev.baton.people.Language;
import java.util.List;

/** Preview of a text that a proposed table says anew: how it reads in each language. */
public record TextPreview(String row, List<Said> said) {

  /** What one reader reads, with examples of what it names. */
  public record Said(Language language, String text) {}
}
