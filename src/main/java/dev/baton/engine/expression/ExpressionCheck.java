package dev.baton.engine.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
public final class ExpressionCheck {
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
  public static Optional<String> objection(String text) {
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

  /** The variables that a text reads; none where it can't be read. */
  public static Set<String> names(String text) {
    List<Token> tokens = readable(text);
    Set<String> names = new LinkedHashSet<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).getSymbol() == Symbol.IDENTIFIER
          && tokens.get(i - 1).getSymbol() != Symbol.DOT
          && tokens.get(i + 1).getSymbol() != Symbol.LPAREN) {
        names.add(tokens.get(i).getImage());
      }
    }
    return names;
  }

  /**
   * A variable beside a text that it is compared with.
   *
   * @param name of the variable
   * @param word the text
   */
  public record Comparison(String name, String word) {}

  /** What a text compares with words, as in <code>${decision == 'accept'}</code>. */
  public static Set<Comparison> comparisons(String text) {
    List<Token> tokens = readable(text);
    Set<Comparison> comparisons = new LinkedHashSet<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (Set.of(Symbol.EQ, Symbol.NE).contains(tokens.get(i).getSymbol())) {
        boolean isPath = i > 1 && tokens.get(i - 2).getSymbol() == Symbol.DOT;
        compare(tokens.get(i - 1), tokens.get(i + 1))
            .filter(c -> !isPath)
            .ifPresent(comparisons::add);
        compare(tokens.get(i + 1), tokens.get(i - 1)).ifPresent(comparisons::add);
      }
    }
    return comparisons;
  }

  private static Optional<Comparison> compare(Token name, Token word) {
    return name.getSymbol() == Symbol.IDENTIFIER && word.getSymbol() == Symbol.STRING
        ? Optional.of(new Comparison(name.getImage(), word.getImage()))
        : Optional.empty();
  }

  private static final Set<String> ROWS =
      Set.of("singleResult", "firstResult", "getSingleResult", "getFirstResult");

  /**
   * Names that a text reads of the rows of a table's answer, as in <code>
   * ${decisionResult[0].team}</code>.
   */
  public static Set<String> parts(String text, String variable) {
    List<Token> tokens = readable(text);
    Set<String> parts = new LinkedHashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).getSymbol() == Symbol.IDENTIFIER
          && tokens.get(i).getImage().equals(variable)
          && tokens.get(i - 1).getSymbol() != Symbol.DOT) {
        part(tokens.subList(i + 1, tokens.size())).ifPresent(parts::add);
      }
    }
    return parts;
  }

  private static Optional<String> part(List<Token> path) {
    int i = 0;
    while (i + 1 < path.size()) {
      Token next = path.get(i + 1);
      Symbol by = path.get(i).getSymbol();
      boolean isCall = i + 2 < path.size() && path.get(i + 2).getSymbol() == Symbol.LPAREN;
      if (by == Symbol.LBRACK && next.getSymbol() == Symbol.INTEGER) {
        i += 3;
      } else if (by == Symbol.LBRACK && next.getSymbol() == Symbol.STRING) {
        return Optional.of(next.getImage());
      } else if (by != Symbol.DOT) {
        return Optional.empty();
      } else if (ROWS.contains(next.getImage())) {
        i += isCall ? 4 : 2;
      } else if (!isCall) {
        return Optional.of(next.getImage());
      } else if (i + 3 < path.size() && path.get(i + 3).getSymbol() == Symbol.INTEGER) {
        i += 5;
      } else {
        return i + 3 < path.size() && path.get(i + 3).getSymbol() == Symbol.STRING
            ? Optional.of(path.get(i + 3).getImage())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<Token> readable(String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return List.of();
    }
    try {
      return tokens(text);
    } catch (Scanner.ScanException e) {
      return List.of();
    }
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
