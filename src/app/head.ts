document.documentElement.dataset.theme = "auto";

export {};
