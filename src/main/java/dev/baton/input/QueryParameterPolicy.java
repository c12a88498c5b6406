package dev.baton.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Policy of the query parameters of what is read below {@code /api}: one that nobody knows is
 * refused with those that are known, since a misspelt filter would answer everything.
 */
@Component
class QueryParameterPolicy implements HandlerInterceptor, WebMvcConfigurer {

  /** Of each method; empty where it reads whatever there is. */
  private final Map<HandlerMethod, Optional<NavigableSet<String>>> known =
      new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/api/**")
        // a lead's own, from a mail: programs on its way add what they like
        .excludePathPatterns("/api/questions/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("GET")
        && request.getQueryString() != null
        && handler instanceof HandlerMethod method
        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
      known
          .computeIfAbsent(method, QueryParameterPolicy::parametersOf)
          .ifPresent(names -> check(request, names));
    }
    return true;
  }

  private static void check(HttpServletRequest request, NavigableSet<String> names) {
    NavigableSet<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      String why =
          names.isEmpty()
              ? "unknown; nothing can be asked for here"
              : "unknown; say one of " + String.join(", ", names);
      List<String> allowed = List.copyOf(names);
      throw new InvalidInput(
          unknown.stream().map(name -> new FieldError(name, why, allowed)).toList());
    }
  }

  private static Optional<NavigableSet<String>> parametersOf(HandlerMethod method) {
    NavigableSet<String> names = new TreeSet<>();
    for (Parameter parameter : method.getMethod().getParameters()) {
      RequestParam one = parameter.getAnnotation(RequestParam.class);
      if (one != null && Map.class.isAssignableFrom(parameter.getType())) {
        return Optional.empty();
      }
      if (one != null) {
        names.add(one.name().isEmpty() ? parameter.getName() : one.name());
      } else if (parameter.getType().isRecord()) {
        Arrays.stream(parameter.getType().getRecordComponents())
            .map(RecordComponent::getName)
            .forEach(names::add);
      }
    }
    return Optional.of(names);
  }
}
