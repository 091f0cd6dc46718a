export default {
  title: "Notes",
  url: "https://example.org",
  baseUrl: "/",
  scripts: [{ src: "/convscope/lib/conv-scope.js", type: "module" }],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
};
