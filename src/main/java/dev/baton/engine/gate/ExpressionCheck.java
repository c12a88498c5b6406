package dev.baton.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.Scanner;
import org.camunda.bpm.impl.juel.Scanner.Symbol;
import org.camunda.bpm.impl.juel.Scanner.Token;

/**
 * Reads an expression's text for what {@code ExpressionGuard} would refuse when it runs, so that a
 * designer hears of it at deployment. It can't see types: the guard has the last word.
 */
final class ExpressionCheck {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "class",
          "declaringClass",
          "classLoader",
          "processEngine",
          "processEngineServices",
          "bpmnModelInstance",
          "bpmnModelElementInstance");

  private ExpressionCheck() {}

  /** What is wrong with it, as the end of a sentence. */
  static Optional<String> objection(String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return Optional.empty();
    }
    try {
      return objection(text, tokens(text));
    } catch (Scanner.ScanException e) {
      return Optional.of("has an unreadable expression: " + text);
    }
  }

  private static Optional<String> objection(String text, List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Symbol before = tokens.get(i - 1).getSymbol();
      if (before == Symbol.DOT || before == Symbol.LBRACK) {
        String name = tokens.get(i).getImage();
        int next = before == Symbol.DOT ? i + 1 : i + 2;
        boolean called = next < tokens.size() && tokens.get(next).getSymbol() == Symbol.LPAREN;
        if (called && !ExpressionAllowList.method(name)) {
          return Optional.of(
              "calls '%s' in %s; expressions only read values".formatted(name, text));
        }
        if (FORBIDDEN.contains(name)) {
          return Optional.of("reads '%s' in %s; that is no value".formatted(name, text));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Token> tokens(String text) throws Scanner.ScanException {
    Scanner scanner = new Scanner(text) {};
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(scanner.next());
    } while (scanner.getToken().getSymbol() != Symbol.EOF);
    return tokens;
  }
}
