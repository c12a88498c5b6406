package dev.baton.access;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardWrapper;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Every path that an application serves, asked of the application itself: a controller, resource or
 * file that somebody adds is in it by itself.
 */
record ServedPaths(Set<Call> calls) {
  private static final List<String> PAGES = List.of("admin", "cockpit", "tasklist", "welcome");

  /** One thing that can be asked for, with something in place of the path's variables. */
  record Call(String method, String path) implements Comparable<Call> {
    @Override
    public int compareTo(Call other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static ServedPaths by(ServletWebServerApplicationContext application, String engine) {
    return new ServedPaths(
        Stream.of(
                controllers(application),
                files(application),
                registrations(application),
                resources(application),
                PAGES.stream().map(app -> new Call("GET", "/camunda/app/" + app + "/{engine}/")))
            .flatMap(Function.identity())
            .map(call -> new Call(call.method(), filled(call.path(), engine)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  Set<String> paths() {
    return calls.stream().map(Call::path).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ours, the actuator's and those of the API's description. */
  private static Stream<Call> controllers(ServletWebServerApplicationContext application) {
    return application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(ServedPaths::calls);
  }

  private static Stream<Call> calls(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(
            path ->
                methods.isEmpty()
                    ? Stream.of(new Call("GET", path))
                    : methods.stream().map(method -> new Call(method.name(), path)));
  }

  private static Stream<Call> files(ServletWebServerApplicationContext application) {
    return application.getBeansOfType(SimpleUrlHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMap().entrySet().stream())
        .filter(entry -> entry.getValue() instanceof ResourceHttpRequestHandler)
        .flatMap(
            entry ->
                ((ResourceHttpRequestHandler) entry.getValue())
                    .getLocations().stream()
                        .filter(ClassPathResource.class::isInstance)
                        .map(location -> ((ClassPathResource) location).getPath())
                        .flatMap(ServedPaths::below)
                        .map(file -> new Call("GET", entry.getKey().replace("**", file))));
  }

  /** The files below a folder of the class path, as they are called from there. */
  private static Stream<String> below(String folder) {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "**"))
          .filter(file -> file.isReadable())
          .map(
              file -> {
                try {
                  String url = file.getURL().toString();
                  return url.substring(url.indexOf(folder) + folder.length());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where servlets and filters stand, whatever they do there. */
  private static Stream<Call> registrations(ServletWebServerApplicationContext application) {
    var servlets = application.getServletContext();
    return Stream.concat(
            servlets.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream()),
            servlets.getFilterRegistrations().values().stream()
                .map(FilterRegistration::getUrlPatternMappings)
                .flatMap(Collection::stream))
        .flatMap(pattern -> Stream.of(pattern.replace("*", ""), pattern.replace("*", "x")))
        .filter(path -> path.startsWith("/"))
        .map(path -> new Call("GET", path));
  }

  /** What Jersey serves: the engine's REST API, and the webapps with it inside. */
  private static Stream<Call> resources(ServletWebServerApplicationContext application) {
    Container[] contexts =
        ((TomcatWebServer) application.getWebServer()).getTomcat().getHost().findChildren();
    return Arrays.stream(contexts)
        .map(Context.class::cast)
        .flatMap(context -> Arrays.stream(context.findChildren()))
        .map(StandardWrapper.class::cast)
        .filter(servlet -> servlet.getServletClass().equals(ServletContainer.class.getName()))
        .flatMap(ServedPaths::resources);
  }

  private static Stream<Call> resources(StandardWrapper servlet) {
    try {
      servlet.load();
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
    Set<Class<?>> classes =
        ((ServletContainer) servlet.getServlet()).getConfiguration().getClasses();
    return Arrays.stream(servlet.findMappings())
        .map(mapping -> mapping.replace("/*", ""))
        .flatMap(
            root ->
                classes.stream()
                    .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Path.class))
                    .flatMap(type -> resources(root, Resource.from(type), Set.of(type))));
  }

  private static Stream<Call> resources(String parent, Resource resource, Set<Class<?>> above) {
    String path = joined(parent, resource.getPath());
    Stream<Call> own =
        resource.getResourceMethods().stream()
            .map(method -> new Call(method.getHttpMethod(), path));
    Stream<Call> parts =
        resource.getChildResources().stream().flatMap(part -> resources(path, part, above));
    return Stream.of(own, parts, located(path, resource.getResourceLocator(), above))
        .flatMap(Function.identity());
  }

  /** What a resource hands on to another one; round and round it goes only once. */
  private static Stream<Call> located(String path, ResourceMethod locator, Set<Class<?>> above) {
    if (locator == null) {
      return Stream.empty();
    }
    Class<?> type = locator.getInvocable().getRawResponseType();
    if (above.contains(type)) {
      return Stream.empty();
    }
    Set<Class<?>> chain = new HashSet<>(above);
    chain.add(type);
    // The path that stands at its type counts only for a resource that is served by itself.
    Resource resource = Resource.builder(type).path("").build();
    return Stream.concat(Stream.of(new Call("GET", path)), resources(path, resource, chain));
  }

  private static String joined(String parent, String path) {
    return path == null || path.isEmpty() || path.equals("/")
        ? parent
        : parent + (path.startsWith("/") ? "" : "/") + path;
  }

  private static String filled(String path, String engine) {
    return path.replaceAll("\\{(engine|engineName|processEngineName|name)(:[^}]*)?}", engine)
        .replaceAll("\\{file[^}]*}", "app/plugin.js")
        .replaceAll("\\{[^}]*}", "1")
        .replace("**", "x");
  }
}
