import { configure } from "@testing-library/dom";

// Parts that are fetched on demand come late where the machine is busy.
configure({ asyncUtilTimeout: 20_000 });
