<?php
// What the rules of a web server do for a Shaarli, in PHP's own server.
// SHAARLI_PATH is the folder it is served under ('' or '/sub/folder'); SHAARLI_REWRITING is 0 where only index.php/... answers.

function not_found(): void
{
    http_response_code(404);
    header('Content-Type: text/html');
    echo '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>';
}

$folder = getenv('SHAARLI_PATH');
$path = rawurldecode(strtok($_SERVER['REQUEST_URI'], '?'));
$root = $_SERVER['DOCUMENT_ROOT'] . $folder;

if ($folder !== '' && $path === $folder) {
    header("Location: $folder/", true, 301);
    return true;
}
if ($folder !== '' && strpos($path, "$folder/") !== 0) {
    not_found();
    return true;
}
$inside = substr($path, strlen($folder));
if (preg_match('~^/(tpl|assets|cache|plugins)/[^\0]+\.(css|js|png|jpe?g|gif|ico|svg|woff2?|ttf)$~', $inside)
    && strpos($inside, '..') === false && is_file($root . $inside)) {
    return false;
}
if (getenv('SHAARLI_REWRITING') === '0' && !preg_match('~^/(index\.php(/.*)?)?$~', $inside)) {
    not_found();
    return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "$folder/index.php";
$_SERVER['SCRIPT_FILENAME'] = "$root/index.php";
chdir($root);
require "$root/index.php";
