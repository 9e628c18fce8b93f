#!/usr/bin/env python3
"""Writes the C modules of HPy's test suite to a folder, without compiling or loading any.

HPy's tests hold their C sources as templates inside Python functions. Each test is called here until
it asks for its first module; that module's source is expanded by the suite's own template class and
written to OUTPUT/<module>_<class>_<function>/<name>.c, the layout of the suite's own `--dump-dir`.
Nothing needs to be installed: what the suite imports from elsewhere is replaced by stand-ins.

usage: render-hpy-tests.py SDIST OUTPUT
"""

import importlib
import importlib.abc
import importlib.machinery
import inspect
import pathlib
import sys
import types
from unittest import mock


class SourceWritten(BaseException):
    """Raised where a test would have compiled its module."""


class TestSkipped(BaseException):
    """Raised by a test that does not apply."""


class StandIn(types.ModuleType):
    """A module of which every attribute exists."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return mock.MagicMock(name=name)


class StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for every module of the packages that the suite uses."""

    packages = {"distutils", "filelock", "hpy", "py"}

    def find_spec(self, name, _path=None, _target=None):
        if name.partition(".")[0] in self.packages:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandIn(spec.name)

    def exec_module(self, module):
        pass


def undecorated(*arguments, **_options):
    """Stands for a decorator, used with or without arguments."""
    if len(arguments) == 1 and inspect.isroutine(arguments[0]):
        return arguments[0]
    return lambda decorated: decorated


class Marks:
    """Stands for `pytest.mark`."""

    def __getattr__(self, _name):
        return undecorated


class Raises:
    """Stands for `pytest.raises`, and lets everything through."""

    value = mock.MagicMock()

    def __init__(self, *_arguments, **_options):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return False


def skip(*_arguments, **_options):
    """Stands for `pytest.skip`."""
    raise TestSkipped


def install_stand_ins():
    """Puts stand-ins where the suite imports what is not part of it."""
    pytest = StandIn("pytest")
    pytest.fixture = pytest.hookimpl = undecorated
    pytest.mark = Marks()
    pytest.raises = Raises
    pytest.skip = skip
    sys.modules["pytest"] = pytest
    sys.meta_path.insert(0, StandInFinder())


class Compiler:
    """Stands for the suite's compiler: writes the source and stops the test."""

    hpy_abi = "universal"

    def __init__(self, folder, template):
        self.folder = folder
        self.template = template

    def write(self, template, source, name):
        """Expands `source` and writes it as `name`.c."""
        text = (template or self.template)(source, name).expand()
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.c").write_text(text, encoding="utf-8")

    def compile_module(self, main_src, ExtensionTemplate=None, name="mytest", extra_sources=()):
        """Writes the sources of one module."""
        self.write(ExtensionTemplate, main_src, name)
        for index, source in enumerate(extra_sources):
            self.write(ExtensionTemplate, source, f"extmod_{index}")
        raise SourceWritten

    make_module = compile_module


def run_test(test, owner, compiler):
    """Calls one test function until it has asked for its module."""
    values = {"compiler": compiler, "hpy_abi": compiler.hpy_abi}
    arguments = [
        values.get(name, mock.MagicMock(name=name))
        for name in inspect.signature(test).parameters
        if name != "self"
    ]
    if owner is not None:
        instance = owner()
        instance.compiler = compiler
        instance.leakdetector = None
        instance.capfd = mock.MagicMock()
        arguments.insert(0, instance)
    try:
        test(*arguments)
    except SourceWritten:
        return True
    except (TestSkipped, Exception):
        return False
    return False


def tests_of(module):
    """Returns the test functions of a module with the class that each belongs to."""
    for name, member in sorted(vars(module).items()):
        if inspect.isclass(member) and name.startswith("Test"):
            if member.__module__ != module.__name__:
                continue
            for method_name, method in sorted(inspect.getmembers(member, inspect.isfunction)):
                if method_name.startswith("test_"):
                    yield method, member, f"{name}_{method_name}"
        elif inspect.isfunction(member) and name.startswith("test_"):
            yield member, None, name


def main():
    """Renders every test of the suite; fails when hardly any could be."""
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip().splitlines()[-1])
    suite, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    install_stand_ins()
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(suite))
    template = importlib.import_module("test.support").DefaultExtensionTemplate
    written = 0
    for path in sorted((suite / "test").rglob("test_*.py")):
        if "hpy_devel" in path.parts:
            continue
        module_name = ".".join(path.relative_to(suite).with_suffix("").parts)
        module = importlib.import_module(module_name)
        is_package = (path.parent / "__init__.py").exists()
        prefix = module_name.replace(".", "_") if is_package else path.stem
        for test, owner, label in tests_of(module):
            folder = output / f"{prefix}_{label}"
            written += run_test(test, owner, Compiler(folder, template))
    if written < 300:
        sys.exit(f"render-hpy-tests.py: only {written} modules could be written from {suite}")
    print(f"{written} modules")


if __name__ == "__main__":
    main()
