export default {
  title: "Notes",
  head: [["script", { type: "module", src: "/convscope/lib/conv-scope.js" }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "conv-scope" } } },
};
